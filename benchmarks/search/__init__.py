"""Search: known items looked for in real public texts, beside Pagefind."""
