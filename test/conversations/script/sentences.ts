import type { Entry } from '@shopbell/protocol'
import { readLocalText } from './read-local-text.ts'
import type { Act, Claim, Language, Speaker } from './script.ts'

/** What one line of a script turned out to be. `text` still lacks its continuation lines. */
export type Sentence =
  | { readonly part: 'act'; readonly act: Act }
  | { readonly part: 'line'; readonly speaker: Speaker; readonly text: string }
  | { readonly part: 'claim'; readonly claim: Claim }

interface Pattern {
  readonly en: RegExp
  readonly zh: RegExp
  /** Makes the sentence from the pattern's groups, which are the same in both languages. */
  readonly read: (groups: readonly string[]) => Sentence | null
}

const PAGES: Readonly<Record<string, Entry>> = {
  home: 'store_home',
  product: 'product',
  order: 'order',
  refund: 'refund',
  complaint: 'logistics_complaint',
  首: 'store_home',
  商品: 'product',
  订单: 'order',
  退款: 'refund',
  物流投诉: 'logistics_complaint',
}

const UNIT_MS: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  秒: 1_000,
  分钟: 60_000,
  小时: 3_600_000,
  天: 86_400_000,
}

/** Every sentence a script may hold, in both languages. The table is the grammar; the docs list it row by row. */
const PATTERNS: readonly Pattern[] = [
  {
    en: /^Buyer opens the chat(?: from the (home|product|order|refund|complaint) page(?: of (\S+))?)?$/,
    zh: /^买家(?:从(首|商品|订单|退款|物流投诉)页(?:（(\S+)）)?)?打开聊天$/,
    read: ([page, ref]) => {
      const entry = page ? PAGES[page] : 'store_home'
      return entry ? act({ does: 'opens', entry, ...(ref ? { ref } : {}) }) : null
    },
  },
  { en: /^Buyer: (.+)$/, zh: /^买家：(.+)$/, read: ([text = '']) => act({ does: 'says', text }) },
  { en: /^Buyer taps: (.+)$/, zh: /^买家点：(.+)$/, read: ([label = '']) => act({ does: 'taps', label }) },
  {
    en: /^Buyer answers: (.+)$/,
    zh: /^买家回答：(.+)$/,
    read: ([text = '']) => act({ does: 'answers', text }),
  },
  {
    en: /^Buyer sends the product (\S+)$/,
    zh: /^买家发送商品（(\S+)）$/,
    read: ([ref = '']) => act({ does: 'sends', card: 'product', ref }),
  },
  {
    en: /^Buyer ordered (\S+): (.+)$/,
    zh: /^买家下过订单（(\S+)）：(.+)$/,
    read: ([ref = '', title = '']) => act({ does: 'ordered', ref, title }),
  },
  {
    en: /^Buyer sends the order (\S+)$/,
    zh: /^买家发送订单（(\S+)）$/,
    read: ([ref = '']) => act({ does: 'sends', card: 'order', ref }),
  },
  {
    en: /^Buyer chooses in the menu: (.+)$/,
    zh: /^买家点菜单：(.+)$/,
    read: ([label = '']) => act({ does: 'chooses', label }),
  },
  buyerJudges(true, /^Buyer marks the answer as solved$/, /^买家反馈：已解决$/),
  buyerJudges(false, /^Buyer marks the answer as not solved$/, /^买家反馈：未解决$/),
  {
    en: /^Buyer asks for a person$/,
    zh: /^买家要求转人工$/,
    read: () => act({ does: 'asks for a person' }),
  },
  {
    en: /^Person \(([^)]+)\): (.+)$/,
    zh: /^客服（([^）]+)）：(.+)$/,
    read: ([person = '', text = '']) => act({ does: 'replies', person, text }),
  },
  personDoes('gets busy', /^Person \(([^)]+)\) is busy$/, /^客服（([^）]+)）忙碌$/),
  personDoes('takes', /^Person \(([^)]+)\) takes the conversation$/, /^客服（([^）]+)）接手$/),
  personDoes('returns', /^Person \(([^)]+)\) gives it back to the robot$/, /^客服（([^）]+)）交还机器人$/),
  personDoes('closes', /^Person \(([^)]+)\) closes the conversation$/, /^客服（([^）]+)）结束对话$/),
  {
    en: /^Seller publishes a new answer to (.+?): (.+)$/,
    zh: /^卖家发布“(.+?)”的新回答：(.+)$/,
    read: ([question = '', text = '']) => act({ does: 'rewrites', question, text }),
  },
  sellerSwitches(true, /^Seller switches on and publishes: (.+)$/, /^卖家启用并发布：(.+)$/),
  sellerSwitches(false, /^Seller switches off and publishes: (.+)$/, /^卖家停用并发布：(.+)$/),
  {
    en: /^Seller answers the product (\S+) with: (.+)$/,
    zh: /^卖家为商品（(\S+)）设置回复：(.+)$/,
    read: ([ref = '', text = '']) =>
      act({ does: 'sets', rule: { sets: 'product reply', ref, text: readLocalText(text) } }),
  },
  {
    en: /^Seller lists for cards: (.+)$/,
    zh: /^卖家为卡片设置问题：(.+)$/,
    read: ([list = '']) => {
      const questions = list.split('|').map((pair) => pair.split('=').map((part) => part.trim()))
      if (questions.some(({ length }) => length !== 2)) return null
      return act({
        does: 'sets',
        rule: {
          sets: 'card list',
          questions: questions.map(([question = '', answer = '']) => ({ question, answer })),
        },
      })
    },
  },
  {
    en: /^Seller says for who is busy: (.+)$/,
    zh: /^卖家设置忙碌回复：(.+)$/,
    read: ([text = '']) => act({ does: 'sets', rule: { sets: 'busy reply', text: readLocalText(text) } }),
  },
  {
    en: /^(\d+) (second|minute|hour|day)s? later$/,
    zh: /^(\d+) ?(秒|分钟|小时|天)后$/,
    read: ([count = '', unit = '']) =>
      act({ does: 'time passes', byMs: Number(count) * (UNIT_MS[unit] ?? 0) }),
  },
  {
    en: /^The next day at (\d\d:\d\d)$/,
    zh: /^第二天 ?(\d\d:\d\d)$/,
    read: ([time = '']) => act({ does: 'time comes', day: 'next', time }),
  },
  {
    en: /^On (\d{4}-\d\d-\d\d) at (\d\d:\d\d)$/,
    zh: /^到 ?(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/,
    read: ([day = '', time = '']) => act({ does: 'time comes', day, time }),
  },
  robot('greets', /^Robot greets: (.+)$/, /^机器人问候：(.+)$/),
  robot('shows', /^Robot shows: (.+)$/, /^机器人推荐：(.+)$/),
  robot('offers', /^Robot offers: (.+)$/, /^机器人列出：(.+)$/),
  robot('answers', /^Robot answers: (.+)$/, /^机器人回答：(.+)$/),
  robot('asks', /^Robot asks: (.+)$/, /^机器人提问：(.+)$/),
  robot('reminds', /^Robot reminds: (.+)$/, /^机器人提醒：(.+)$/),
  robot('says', /^Robot says: (.+)$/, /^机器人说：(.+)$/),
  robot('closes', /^Robot closes with: (.+)$/, /^机器人小结：(.+)$/),
  robot('hands over', /^Robot hands over with: (.+)$/, /^机器人转接：(.+)$/),
  robot('system', /^System: (.+)$/, /^系统：(.+)$/),
  {
    en: /^Robot stays silent(?: \(([A-Z_]+)\))?$/,
    zh: /^机器人不回复(?:（([A-Z_]+)）)?$/,
    read: ([because]) => claim({ claims: 'silence', ...(because ? { because } : {}) }),
  },
  {
    en: /^The shop refuses it \(([A-Z_]+)\)$/,
    zh: /^店铺不接受（([A-Z_]+)）$/,
    read: ([code = '']) => claim({ claims: 'refusal', code }),
  },
  {
    en: /^Collected: ([a-z0-9-]+) = (.+)$/,
    zh: /^已收集：([a-z0-9-]+) = (.+)$/,
    read: ([variable = '', shown = '']) => claim({ claims: 'collected', variable, shown }),
  },
  isJudged(true, /^The answer is marked as solved$/, /^回答标记为已解决$/),
  isJudged(false, /^The answer is marked as not solved$/, /^回答标记为未解决$/),
  inCharge('robot', /^The robot is in charge$/, /^由机器人接待$/),
  inCharge('waiting', /^The buyer waits for a person$/, /^买家在等人工$/),
  inCharge('human', /^A person is in charge$/, /^由人工接待$/),
  inCharge('closed', /^The conversation is closed$/, /^对话已结束$/),
]

/** Reads one line. Null: no sentence of the grammar. */
export function readSentence(line: string): { language: Language; sentence: Sentence } | null {
  for (const pattern of PATTERNS) {
    for (const language of ['en', 'zh'] as const) {
      const match = pattern[language].exec(line)
      const sentence = match && pattern.read(match.slice(1))
      if (sentence) return { language, sentence }
    }
  }
  return null
}

function act(happening: Act): Sentence {
  return { part: 'act', act: happening }
}

function claim(statement: Claim): Sentence {
  return { part: 'claim', claim: statement }
}

function robot(speaker: Speaker, en: RegExp, zh: RegExp): Pattern {
  return { en, zh, read: ([text = '']) => ({ part: 'line', speaker, text }) }
}

function personDoes(does: 'gets busy' | 'takes' | 'returns' | 'closes', en: RegExp, zh: RegExp): Pattern {
  return { en, zh, read: ([person = '']) => act({ does, person }) }
}

function sellerSwitches(on: boolean, en: RegExp, zh: RegExp): Pattern {
  return { en, zh, read: ([question = '']) => act({ does: 'switches', question, on }) }
}

function buyerJudges(solved: boolean, en: RegExp, zh: RegExp): Pattern {
  return { en, zh, read: () => act({ does: 'judges', solved }) }
}

function isJudged(solved: boolean, en: RegExp, zh: RegExp): Pattern {
  return { en, zh, read: () => claim({ claims: 'judged', solved }) }
}

function inCharge(handling: 'robot' | 'waiting' | 'human' | 'closed', en: RegExp, zh: RegExp): Pattern {
  return { en, zh, read: () => claim({ claims: 'handling', handling }) }
}

/** How many sentences the grammar has, and which of them a line is: for the documentation's test. */
export const SENTENCE_COUNT = PATTERNS.length
export function sentenceNumber(line: string): number {
  return PATTERNS.findIndex(({ en, zh }) => en.test(line) || zh.test(line))
}
