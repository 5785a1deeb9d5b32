import { CollectedAnswers } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { asOperator } from '../../protocol/console-stage/as-operator.ts'
import { codeOf } from '../../protocol/console-stage/ask.ts'
import type { Buyer } from '../../protocol/console-stage/buyer.ts'
import { KINDS } from '../store/test-database.ts'
import { type FindShop, type FindStage, openFindStage } from './find-stage.ts'

describe.each(KINDS)('the collected answers on %s', (kind) => {
  let stage: FindStage
  let shop: FindShop

  beforeAll(async () => {
    stage = await openFindStage(kind, inject('postgresUrl'))
  })
  afterAll(() => stage.close())
  beforeEach(async () => {
    shop = await stage.openShop()
  })

  const buyerWith = async (option: string): Promise<Buyer> => {
    const buyer = await shop.buyerWho()
    await buyer.enter()
    const form = buyer.shown().find(({ content }) => content.kind === 'form')!
    await buyer.send({ kind: 'choice', message: form.seq, option })
    return buyer
  }
  const list = async (query = '') => (await shop.read(`/answers${query}`)).as(CollectedAnswers)
  const csv = async (query = '') => (await shop.read(`/answers/export${query}`)).text

  test('have one row per conversation, newest first, and a column per question', async () => {
    await shop.buyerWho('Only words')
    const first = await buyerWith('ml-500')
    const second = await buyerWith('ml-750')
    const { columns, rows } = await list()
    expect(columns.map(({ variable }) => variable)).toEqual(['size'])
    expect(rows.map(({ id }) => id)).toEqual([second.conversation, first.conversation])
    expect(rows[0]!.answers).toMatchObject([{ variable: 'size', value: 'ml-750' }])
    expect(rows[0]).toMatchObject({ flowVersion: 1, handling: 'robot' })
  })

  test('are narrowed by version, state and time', async () => {
    const buyer = await buyerWith('ml-500')
    const between = stage.clock.now() + 1
    expect((await list('?version=1')).rows).toHaveLength(1)
    expect((await list('?version=2')).rows).toEqual([])
    expect((await list('?state=closed')).rows).toEqual([])
    expect((await list(`?to=${between}`)).rows.map(({ id }) => id)).toEqual([buyer.conversation])
    expect((await list(`?from=${between}`)).rows).toEqual([])
    expect(codeOf(await shop.read('/answers?version=one'))).toBe('NOT_UNDERSTOOD')
  })

  test('become a file that a spreadsheet reads and runs nothing of', async () => {
    const buyer = await buyerWith('ml-500')
    await asOperator(stage, (tx) =>
      tx
        .updateTable('answer')
        .set({ shown: '=HYPERLINK("https://evil.example")', question: 'Size, please?' })
        .where('conversationId', '=', buyer.conversationId)
        .execute(),
    )
    const answer = await shop.read('/answers/export')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="answers.csv"',
    })
    expect(answer.text.startsWith('\uFEFFConversation,Buyer,')).toBe(true)
    const [head, line, end] = answer.text.split('\r\n')
    expect(head).toContain('"Size, please?"')
    expect(line).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
    expect(line!.startsWith(`${buyer.conversation.replace(/^(?=[-@])/, "'")},`)).toBe(true)
    expect(end).toBe('')
  })

  test('have their first line in Chinese when that is asked for', async () => {
    await buyerWith('ml-500')
    expect(await csv('?language=zh-CN')).toMatch(/^\uFEFF对话,买家,语言,状态/)
  })

  test('of many conversations all come, in pages and in the file', async () => {
    const buyer = await buyerWith('ml-500')
    await asOperator(stage, async (tx) => {
      const row = await tx
        .selectFrom('conversation')
        .selectAll()
        .where('id', '=', buyer.conversationId)
        .executeTakeFirstOrThrow()
      const { id: _, lastHour: __, ...same } = row
      const copies = Array.from({ length: 1_200 }, (_unused, n) => ({
        ...same,
        publicId: `copy-${n}`,
        tokenHash: `copy-${n}`,
        session: null,
        buyer: '{}',
        lanes: '{}',
        flowVersion: 1,
      }))
      const made = await tx.insertInto('conversation').values(copies).returning(['id', 'publicId']).execute()
      await tx
        .insertInto('answer')
        .values(
          made.map(({ id, publicId }) => ({
            storeId: shop.storeId,
            conversationId: id,
            seq: 1,
            variable: 'size',
            question: 'Size?',
            value: '"xl"',
            shown: publicId,
            unit: null,
            at: 1,
          })),
        )
        .execute()
    })
    const lines = (await csv()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 1_201)
    expect(new Set(lines.map((line) => line.split(',')[0]))).toHaveLength(1 + 1_201)

    const seen: string[] = []
    for (let before: string | undefined, more = true; more;) {
      const page = await list(before === undefined ? '' : `?before=${before}`)
      seen.push(...page.rows.map(({ id }) => id))
      before = page.next
      more = before !== undefined
    }
    expect(new Set(seen).size).toBe(1_201)
    expect(seen).toHaveLength(1_201)
  })

  test('as a file are for admins', async () => {
    expect(codeOf(await shop.read('/answers/export', 'agent'))).toBe('FORBIDDEN')
    expect((await shop.read('/answers', 'agent')).status).toBe(200)
  })

  test('of another store are never shown', async () => {
    await buyerWith('ml-500')
    shop = await stage.openShop()
    expect((await list()).rows).toEqual([])
    expect((await csv()).trimEnd().split('\r\n')).toHaveLength(1)
  })
})
