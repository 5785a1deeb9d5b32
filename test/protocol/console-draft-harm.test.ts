import type { FlowOperation } from '@shopbell/engine'
import { DraftBatches, DraftSaved, FlowDraft, HttpError } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { SAMPLE_FLOW } from './console-stage/sample-flow.ts'

let stage: ConsoleStage
let cookie: string
let stores = 0

beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  stores += 1
  const email = `mei@harm-${stores}.example`
  await addAccount(stage, await stage.addStore(`harm-${stores}`), { email, role: 'owner' })
  cookie = await signInAs(stage, email)
  await ask(stage, 'POST', '/flow/import', { cookie, body: SAMPLE_FLOW })
})

const read = (path: string) => ask(stage, 'GET', path, { cookie })
const send = (body: unknown) => ask(stage, 'POST', '/flow/draft/operations', { cookie, body })
const rename = (value: string): FlowOperation => ({ op: 'put', at: ['name'], value })

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
const blocks = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`b-${n}`, { kind: 'end' }]))
const raw = (operation: string) => `{"batch":"tab-mei-1.1","base":1,"operations":[${operation}]}`
const op = (operation: unknown) => raw(JSON.stringify(operation))
const texts = Object.fromEntries(Array.from({ length: 14 }, (_, n) => [`key-${n}`, 'x'.repeat(19_000)]))

describe('operations that do harm', () => {
  test.for([
    ['a place that no flow has', op(rename('x')).replace('"name"', '"secret"'), 422, 'FLOW_UNREADABLE'],
    ['no format any more', op({ op: 'drop', at: ['format'] }), 422, 'FLOW_UNREADABLE'],
    ['a value of another kind', op({ op: 'put', at: ['blocks'], value: 7 }), 422, 'FLOW_UNREADABLE'],
    [
      'an own key __proto__',
      op({ op: 'put', at: ['blocks', '__proto__'], value: { kind: 'end' } }),
      422,
      'FLOW_UNREADABLE',
    ],
    [
      'a text named __proto__',
      op({ op: 'put', at: ['texts', 'en', '__proto__'], value: 'x' }),
      422,
      'FLOW_UNREADABLE',
    ],
    [
      'a layout named __proto__',
      op({ op: 'put', at: ['layout', '__proto__'], value: { x: 1, y: 1 } }),
      422,
      'FLOW_UNREADABLE',
    ],
    [
      'a value with __proto__',
      raw('{"op":"put","at":["name"],"value":{"__proto__":{"x":1}}}'),
      400,
      'NOT_UNDERSTOOD',
    ],
    ['depth', raw(`{"op":"put","at":["name"],"value":${nested(40)}}`), 422, 'FLOW_UNREADABLE'],
    ['great depth', raw(`{"op":"put","at":["name"],"value":${nested(100_000)}}`), 422, 'FLOW_UNREADABLE'],
    ['a NUL', op(rename('a\0b')), 400, 'BAD_TEXT'],
    ['half a surrogate pair', raw(String.raw`{"op":"put","at":["name"],"value":"a\ud83d"}`), 400, 'BAD_TEXT'],
    [
      'half a pair in a key',
      raw(String.raw`{"op":"put","at":["texts","en"],"value":{"a\ud83d":"x"}}`),
      422,
      'FLOW_UNREADABLE',
    ],
    ['a 501st block', op({ op: 'put', at: ['blocks'], value: blocks(501) }), 422, 'FLOW_UNREADABLE'],
    ['more than 256 KiB', op({ op: 'put', at: ['texts', 'en'], value: texts }), 422, 'FLOW_UNREADABLE'],
    ['more than a body', op(rename('x'.repeat(1_100_000))), 413, 'TOO_BIG'],
    ['an act that is none', op({ op: 'eval', at: ['name'], value: 'x' }), 400, 'NOT_UNDERSTOOD'],
    ['no place', op({ op: 'put', at: [], value: 'x' }), 400, 'NOT_UNDERSTOOD'],
    [
      'a place too deep',
      op({ op: 'put', at: Array.from({ length: 9 }, () => 'a'), value: 'x' }),
      400,
      'NOT_UNDERSTOOD',
    ],
    ['none', '{"batch":"tab-mei-1.1","base":1,"operations":[]}', 400, 'NOT_UNDERSTOOD'],
    [
      '501 at once',
      raw(Array.from({ length: 501 }, () => JSON.stringify(rename('x'))).join(',')),
      400,
      'NOT_UNDERSTOOD',
    ],
    ['a batch without a number', op(rename('x')).replace('tab-mei-1.1', 'tab-mei-1'), 400, 'NOT_UNDERSTOOD'],
  ] as const)('%s: refused, and nothing changes', async ([, body, status, code]) => {
    const before = await read('/flow/draft')
    const answer = await send(body)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
    if (status === 422) expect(answer.as(HttpError).problems).not.toEqual([])
    expect((await read('/flow/draft')).text).toBe(before.text)
    expect((await read('/flow/draft/operations?after=0')).as(DraftBatches).batches).toEqual([])
    expect('polluted' in {}).toBe(false)
    // The batch was not stored: under the same name another one is.
    const good = await send({ batch: 'tab-mei-1.1', base: 1, operations: [rename('Good')] })
    expect(good.as(DraftSaved)).toEqual({ revision: 2, missed: [] })
  })

  test('one bad operation takes the good ones of its batch with it', async () => {
    const secret: FlowOperation = { op: 'put', at: ['secret'], value: 1 }
    const answer = await send({ batch: 'tab-mei-1.1', base: 1, operations: [rename('Half'), secret] })
    expect(answer.status).toBe(422)
    expect((await read('/flow/draft')).as(FlowDraft).document).not.toMatchObject({ name: 'Half' })
  })

  test('a revision to read from that is no number', async () => {
    for (const after of ['-1', '1e3', '9999999999', '', 'x', '1&x=1'])
      expect((await read(`/flow/draft/operations?after=${after}`)).status).toBe(400)
  })
})
