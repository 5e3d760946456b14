/* Files by script element: this works from file:// and under a strict content policy. */

const waiting = new Map();

function add(data) {
  const settle = waiting.get(document.currentScript);
  if (settle) settle(data);
}

function scriptLoader(folder) {
  return (name) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    const done = (settle, value) => {
      waiting.delete(element);
      element.remove();
      settle(value);
    };
    waiting.set(element, (data) => done(resolve, data));
    element.onerror = () => done(reject, new Error("cannot load " + name));
    element.onload = () => waiting.has(element) && done(reject, new Error("no data in " + name));
    element.src = folder + name;
    document.head.appendChild(element);
  });
}
