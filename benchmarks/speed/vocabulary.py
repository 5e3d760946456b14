"""The stock that made-up stories are put together from. Nothing here names a real person, place or organisation."""

from __future__ import annotations

from itertools import accumulate
from random import Random

# The most used characters of modern written Chinese, most used first; their order gives the frequencies.
_FREQUENT = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打"
    "白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律"
    "叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太"
    "准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
)


# Kept out of words that mean nothing, so that none reads as an insult, an accident, a statement about public life or a number
# without a source.
_UNFIT = set(
    "党国军共革命领袖主席政权法律警官兵战敌斗杀死伤亡毒病癌尸坟葬鬼魔妖奸淫娼妓嫖奴婢贱贪贼盗匪赃骗赌囚狱犯罪刑"
    "枪炮弹刀剑血残疯傻蠢笨猪狗屁屎尿粪臭脏丑恶恨怒仇怨悲哭惨灾祸害难穷苦饿烂败逃叛乱暴反独裁台藏疆民族教佛神性裸乳阴阳"
    "肛胎奶妈爹娘爸"
    "一二三四五六七八九十百千万亿零两几数半"
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _rest() -> str:
    """The other characters of the first level of GB 2312 (3,755 in all), in an order that does not follow sound."""
    first_level = "".join(
        bytes((high, low)).decode("gb2312", "ignore")
        for high in range(0xB0, 0xD8)
        for low in range(0xA1, 0xFF)
    )
    others = sorted(set(first_level) - set(_FREQUENT))
    Random("characters").shuffle(others)
    return "".join(others)


CHARACTERS = "".join(one for one in dict.fromkeys(_FREQUENT + _rest()) if one not in _UNFIT)
"""About 3,600 characters, most used first."""
_WEIGHTS = tuple(accumulate(1 / (rank + 8) for rank in range(len(CHARACTERS))))

ACTORS = _words(
    "工作队 村民小组 服务站 合作社 志愿者 网格员 党员代表 村干部 讲解员 理事会 互助组 支部委员 年轻社员 驻村队员 值班人员 护林员 技术员 调解员"
)
THINGS = _words(
    "灌溉渠道 温室大棚 牧草基地 卫生室 图书角 便民窗口 文化广场 加工车间 机耕道路 饮水管网 电商驿站 议事长廊 老年食堂 村史展室 育苗棚 冷藏库 "
    "公共浴室 太阳能路灯 防护林带 晾晒场 农机库房 停车场地 活动中心 学习小屋 健身步道 积分超市 仓储点 取水点 公示栏 责任田"
)
ACTIONS = _words(
    "登记 走访 修缮 清理 扩建 巡查 讲解 代办 整理 核对 公示 协商 轮值 培训 试种 评议 对接 配送 回访 改造 维护 记录 调解 分拣 帮扶 宣讲 测量 招募 "
    "统计 布置"
)
WAYS = _words(
    "逐户 分批 按月 当场 提前 共同 耐心 仔细 轮流 集中 上门 如实 定期 公开 随时 重新 一起 主动 及时 就近"
)
PLACES_IN = _words(
    "村口 河滩边 山坡上 院坝里 小广场 集市旁 渠道两侧 老粮仓 学校附近 草场边缘 合作社院内 路口 桥头 果园深处 晒场 村委会门前"
)
TIMES = _words(
    "开春以后 农闲时节 每个赶集日 入冬之前 雨季来临时 收割结束后 清晨 傍晚 新学年开始时 年终评议前 每周例会上 试行期间 起初 后来 此后 如今"
)
RESULTS = _words(
    "往返的路程短了 大家办事更方便了 账目一目了然 闲置的屋子重新用了起来 愿意参加的人越来越多 出行比过去安全 收入有了稳定的来路 意见当面就能说清 "
    "纠纷明显少了 老人不必再走远路 年轻人有了回乡的打算 牲畜过冬有了保障 产品有了固定的销路 环境整洁了许多 邻里来往更加密切"
)
QUALITIES = _words("简便 细致 稳妥 明白 公道 及时 扎实 顺畅 周到 实用 长久 清楚 平稳 热心 齐全")
ASPECTS = _words(
    "缘起 做法 经过 分工 难处 办法 成效 变化 经验 打算 体会 制度 服务 管理 协商 生产 学习 环境 收支 后续"
)
TOPICS = _words(
    "生产互助 便民服务 学习交流 结对共建 议事协商 环境整治 养老关怀 技能培训 文化活动 集体经济 应急值守 公开监督"
)
ORGANISATION_KINDS = _words("党支部 服务站 合作社 工作队 志愿服务队 互助会")
BRAND_HEADS = _words("同心 连心 暖心 先锋 红石 初心 阳光 邻里 山泉 雪莲 青松 晨光 金穗 银杏 明灯 春雨")
BRAND_TAILS = _words("驿站 小院 课堂 议事厅 工作室 服务队 互助圈 直通车 共同体 长廊 同行 计划")
METRICS = (
    ("households", "参加的农户", "户", 40, 900),
    ("visits", "走访的人次", "人次", 100, 9000),
    ("income", "集体增加的收入", "元", 10000, 900000),
    ("area", "改造的面积", "亩", 20, 3000),
    ("services", "代办的事项", "件", 50, 6000),
    ("sessions", "举办的活动", "场", 6, 240),
    ("length", "修缮的渠道", "米", 200, 8000),
)
QUALIFIERS = (("", ""), ("more-than", "超过"), ("nearly", "近"), ("about", "约"))

# A sentence's slots: who, what (twice), does (twice), way, where, when, result, quality, and words of no meaning.
SENTENCES = (
    "{time}，{who}在{where}{way}{act}{thing}，{result}",
    "{who}把{coined}的{thing}交给{who2}{act2}，办法{quality}，{result}",
    "围绕{thing}的{act}，{who}和{who2}{way}商量了{coined}与{coined2}两种做法",
    "{time}，{where}的{thing}由{who}{way}{act}，{who2}负责{act2}",
    "说起{thing}，{who2}提到最多的是{coined}，其次是{coined2}",
    "{who}先{act}，再{act2}，{time}又对{thing}做了{coined}的安排",
    "因为{coined}的缘故，{thing}一度无人{act}；{time}，{who}{way}接了过来",
    "{thing}离{where}不远，{who}{way}{act}，做得{quality}，{result}",
    "从{coined}到{coined2}，{who}把每一次{act}都写进本子，{time}{way}{act2}",
    "有了{thing}，{who2}不再为{coined}发愁，{result}",
    "{who}说明了{coined}的来历，{who2}{way}{act}，其余的人在{where}{act2}",
    "大家认为，{act}要{quality}，{act2}要{coined}，这样{thing}才能用得长",
    "{where}添了{thing}，{who}{way}{act}，{who2}也常来{coined}",
    "{coined2}一带原先没有{thing}，{time}才由{who}{way}{act}起来",
    "按照约定，{who}{time}{act}一回，遇到{coined}便请{who2}{act2}",
)


def word(random: Random) -> str:
    """A word of two or three characters, drawn as often as texts use them; it means nothing."""
    return "".join(random.choices(CHARACTERS, cum_weights=_WEIGHTS, k=3 if random.random() < 0.2 else 2))


def sentence(random: Random) -> str:
    """One made-up sentence of about 20 to 45 characters, without its full stop."""
    pick = random.choice
    return pick(SENTENCES).format(
        who=pick(ACTORS),
        who2=pick(ACTORS),
        thing=pick(THINGS),
        act=pick(ACTIONS),
        act2=pick(ACTIONS),
        way=pick(WAYS),
        where=pick(PLACES_IN),
        time=pick(TIMES),
        result=pick(RESULTS),
        quality=pick(QUALITIES),
        coined=word(random),
        coined2=word(random),
    )
