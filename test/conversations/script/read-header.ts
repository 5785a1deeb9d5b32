import type { LocalMoment } from './script.ts'

/** What a script says before its first sentence. */
export interface Header {
  readonly ruleBook?: string
  readonly buyerReads?: string
  readonly clock?: LocalMoment
}

const RULE_BOOK = /^(?:Rule book: |规则：)([a-z0-9-]+)$/
const BUYER_READS = /^(?:Buyer reads: |买家语言：)([A-Za-z0-9-]+)$/
const CLOCK = /^(?:Clock: |时间：)(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/

/** Reads one header line. Null: it is none. */
export function readHeaderLine(line: string): Header | null {
  const ruleBook = RULE_BOOK.exec(line)?.[1]
  if (ruleBook) return { ruleBook }
  const buyerReads = BUYER_READS.exec(line)?.[1]
  if (buyerReads) return { buyerReads }
  const [, day, time] = CLOCK.exec(line) ?? []
  return day && time ? { clock: { day, time } } : null
}
