import { Client } from 'pg'

/** A store with as many conversations as a busy shop has after some years. */
export interface FilledInbox {
  readonly conversations: number
  /** A word of about one conversation in ten, and one of about ten conversations in all. */
  readonly commonWord: string
  readonly rareWord: string
}

const BUYERS_EACH = 4
const WORDS_EACH = 7
const VOCABULARY = 4_000
const BATCH = 2_000
const HOURS = 24 * 365
const HOUR_MS = 3_600_000
const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fin',
  'gor',
  'hul',
  'jen',
  'kip',
  'lam',
  'mot',
  'nar',
  'pos',
  'rik',
  'sul',
  'tev',
  'wan',
]
const CHINESE = ['水瓶', '定制', '价格', '多少钱', '颜色', '交货', '样品', '运费', '保温', '不锈钢']

/** Writes conversations, their messages and answers straight into the tables of the store, the same ones every time. */
export async function fillInbox(
  databaseUrl: string,
  storeId: number,
  conversations: number,
  now: number,
): Promise<FilledInbox> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const draw = drawFrom(1)
  try {
    for (let begin = 0; begin < conversations; begin += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, conversations - begin) }, (_, n) =>
        conversationRow(begin + n, conversations, now, draw),
      )
      await client.query(INSERT, [storeId, JSON.stringify(rows)])
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return { conversations, commonWord: wordOf(30), rareWord: 'zzyx' }
}

const INSERT = `
with made as (
  insert into conversation (store_id, public_id, token_hash, locale, created_at, head, revision, handling, buyer, lanes, last_at)
  select $1, 'bench-' || n, 'bench-' || n, locale, at - 600000, json_array_length(said) * 2, json_array_length(said), handling, '{}', '{}', at
  from json_to_recordset($2::json) as row (n integer, locale text, at bigint, handling text, said json)
  returning id, public_id
), rows as (
  select made.id, row.at, row.said, row.answer from made
  join json_to_recordset($2::json) as row (n integer, at bigint, said json, answer text) on 'bench-' || row.n = made.public_id
), asked as (
  insert into answer (store_id, conversation_id, seq, variable, question, value, shown, at)
  select $1, id, 1, 'size', 'Which size do you need?', to_json(answer), answer, at from rows where answer is not null
)
insert into message (store_id, conversation_id, seq, at, author, kind, content, client_id)
select $1, rows.id, said.place * 2 - 1, rows.at, 'buyer', 'buyer', json_build_object('kind', 'text', 'text', said.text), null
from rows, json_array_elements_text(rows.said) with ordinality as said (text, place)
union all
select $1, rows.id, said.place * 2, rows.at, 'robot', 'faq_answer',
  json_build_object('kind', 'text', 'text', 'Thank you. A person answers within the hour, the list below helps at once.'), null
from rows, json_array_elements_text(rows.said) with ordinality as said (text, place)`

function conversationRow(n: number, of: number, now: number, draw: () => number) {
  const said = Array.from({ length: BUYERS_EACH }, () =>
    Array.from({ length: WORDS_EACH }, () => wordOf(Math.floor(VOCABULARY * draw() ** 3))).join(' '),
  )
  if (n % 5 === 0) said.push(`${chinese(draw)}${chinese(draw)}${chinese(draw)}？`)
  if (n % Math.ceil(of / 10) === 0) said.push('zzyx 4711')
  return {
    n,
    locale: n % 5 === 0 ? 'zh-CN' : 'en',
    at: now - Math.floor((HOURS * HOUR_MS * (of - n)) / of),
    handling: n % 7 === 0 ? 'closed' : 'robot',
    said,
    answer: n % 3 === 0 ? '750 ml' : null,
  }
}

/** The n-th word of the vocabulary; the first ones are said most often. */
function wordOf(n: number): string {
  const of = SYLLABLES.length
  return [n % of, Math.floor(n / of) % of, Math.floor(n / of / of) % of]
    .map((place) => SYLLABLES[place] ?? '')
    .join('')
}

function chinese(draw: () => number): string {
  return CHINESE[Math.floor(draw() * CHINESE.length)] ?? ''
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function drawFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
