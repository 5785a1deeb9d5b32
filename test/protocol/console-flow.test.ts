import { parseFlow } from '@shopbell/engine'
import {
  FlowDraft,
  FlowImported,
  FlowVersionDetail,
  FlowVersionList,
  HttpError,
  Published,
} from '@shopbell/protocol'
import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest'
import type { Wake } from '../../packages/server/src/bus/bus.ts'
import { addAccount } from './console-stage/add-account.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { changedFlow, SAMPLE_FLOW } from './console-stage/sample-flow.ts'

let stage: ConsoleStage
let cookie: string
let stores = 0

beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  stores += 1
  const email = `owner@shop-${stores}.example`
  await addAccount(stage, await stage.addStore(`shop-${stores}`), { email, role: 'owner' })
  cookie = await signInAs(stage, email)
})

const importFlow = (body: string, query = '') => ask(stage, 'POST', `/flow/import${query}`, { cookie, body })
const publish = (body: object) => ask(stage, 'POST', '/flow/publish', { cookie, body })
const read = (path: string) => ask(stage, 'GET', path, { cookie })

/** Imports and publishes the sample with this name. */
async function publishNamed(name: string): Promise<Published> {
  const { revision } = (await importFlow(changedFlow({ name }))).as(FlowImported)
  return (await publish({ revision, note: `as ${name}` })).as(Published)
}

describe('importing', () => {
  test('a file becomes the draft, and every import its next revision', async () => {
    expect(codeOf(await read('/flow/draft'))).toBe('NO_DRAFT')
    expect((await importFlow(SAMPLE_FLOW)).as(FlowImported)).toMatchObject({ saved: true, revision: 1 })
    expect((await importFlow(changedFlow({ name: 'Other' }))).as(FlowImported).revision).toBe(2)
    const draft = (await read('/flow/draft')).as(FlowDraft)
    expect(draft).toMatchObject({ revision: 2, savedBy: 'owner', savedAt: stage.clock.now() })
    expect(draft.document).toMatchObject({ name: 'Other' })
    expect(draft.base).toBeUndefined()
  })

  test('a dry run says the problems and saves nothing', async () => {
    const answer = (await importFlow(SAMPLE_FLOW, '?dryRun=true')).as(FlowImported)
    expect(answer.saved).toBe(false)
    expect(answer.revision).toBeUndefined()
    expect(codeOf(await read('/flow/draft'))).toBe('NO_DRAFT')
  })

  test('a flow with problems is a draft, with all of them', async () => {
    const broken = changedFlow({ entries: { reception: 'nowhere' } })
    const { saved, problems } = (await importFlow(broken)).as(FlowImported)
    expect(saved).toBe(true)
    expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([])
    expect((await read('/flow/draft')).as(FlowDraft).problems).toEqual(problems)
  })

  test.for([
    ['no JSON', '{"format": 1', 'NOT_JSON'],
    ['a newer format', changedFlow({ format: 2 }), 'FORMAT_NEWER'],
    ['no format', '{}', 'FORMAT_UNKNOWN'],
    ['a list', '[]', 'FORMAT_UNKNOWN'],
    ['a key twice', SAMPLE_FLOW.replace('"format": 1,', '"format": 1, "format": 1,'), 'NOT_JSON'],
    ['__proto__', SAMPLE_FLOW.replace('"format": 1,', '"format": 1, "__proto__": {"x": 1},'), 'SHAPE'],
    ['an unknown key', changedFlow({ secret: 1 }), 'SHAPE'],
    ['depth', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, undefined],
  ] as const)('a file with %s is refused with its place, and changes nothing', async ([, file, code]) => {
    await importFlow(SAMPLE_FLOW)
    const answer = await importFlow(file)
    expect([answer.status, codeOf(answer)]).toEqual([422, 'FLOW_UNREADABLE'])
    const { problems = [] } = answer.as(HttpError)
    expect(problems.length).toBeGreaterThan(0)
    if (code !== undefined) expect(problems.map((problem) => problem.code)).toContain(code)
    expect((await read('/flow/draft')).as(FlowDraft).revision).toBe(1)
  })

  test('a file of 256 KiB and one byte is too big, and so is one of 10 MB', async () => {
    for (const size of [262_145, 10_000_000]) {
      const answer = await importFlow(SAMPLE_FLOW.padEnd(size))
      expect([answer.status, codeOf(answer)]).toEqual([413, 'TOO_BIG'])
    }
    expect((await importFlow(SAMPLE_FLOW.padEnd(200_000))).status).toBe(200)
  })

  test('a file that is no UTF-8 is refused', async () => {
    const payload = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])
    const response = await stage.app.inject({
      method: 'POST',
      url: '/api/v1/flow/import',
      headers: { cookie, origin: stage.ownOrigin(), 'content-type': 'application/json' },
      payload,
    })
    expect([response.statusCode, response.json().code]).toEqual([400, 'BAD_TEXT'])
  })
})

describe('publishing', () => {
  test('makes the next version, live at once, and tells the others (FAQ-08)', async () => {
    const wakes: Wake[] = []
    const stop = stage.bus.subscribe((wake) => wakes.push(wake))
    const first = await publishNamed('One')
    expect(first.version).toMatchObject({ version: 1, live: true, note: 'as One', publishedBy: 'owner' })
    const second = await publishNamed('Two')
    expect(second.version).toMatchObject({ version: 2, live: true })
    expect(wakes.filter(({ type }) => type === 'flow')).toHaveLength(2)
    stop()

    const { versions } = (await read('/flow/versions')).as(FlowVersionList)
    expect(versions.map(({ version, live }) => [version, live])).toEqual([
      [2, true],
      [1, false],
    ])
    const live = (await read('/flow/versions/live')).as(FlowVersionDetail)
    expect(live.summary).toEqual(second.version)
    expect(live.document).toMatchObject({ name: 'Two' })
    expect((await read('/flow/versions/1')).as(FlowVersionDetail).document).toMatchObject({ name: 'One' })
  })

  test('before the first publish nothing is live', async () => {
    expect(codeOf(await read('/flow/versions/live'))).toBe('NOT_FOUND')
    expect(codeOf(await read('/flow/versions/live/export'))).toBe('NOT_FOUND')
    expect(codeOf(await publish({ revision: 1 }))).toBe('NO_DRAFT')
  })

  test('a draft that moved is not published', async () => {
    await importFlow(SAMPLE_FLOW)
    await importFlow(changedFlow({ name: 'Newer' }))
    expect(codeOf(await publish({ revision: 1 }))).toBe('DRAFT_MOVED')
    expect((await read('/flow/versions')).as(FlowVersionList).versions).toEqual([])
  })

  test('a double click publishes once, however close the clicks', async () => {
    const { revision } = (await importFlow(SAMPLE_FLOW)).as(FlowImported)
    const answers = await Promise.all([1, 2, 3, 4].map(() => publish({ revision })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await read('/flow/versions')).as(FlowVersionList).versions).toHaveLength(1)
    expect((await read('/flow/draft')).as(FlowDraft)).toMatchObject({ base: 1, revision: 2 })
  })

  test('errors stop it, all of them are said, and what is live stays', async () => {
    const { version } = await publishNamed('Good')
    const broken = changedFlow({ entries: { reception: 'nowhere' }, defaultLocale: 'fr' })
    const imported = (await importFlow(broken)).as(FlowImported)
    const answer = await publish({ revision: imported.revision })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'FLOW_HAS_PROBLEMS'])
    expect(answer.as(HttpError).problems).toEqual(imported.problems)
    expect(imported.problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(1)
    expect((await read('/flow/versions/live')).as(FlowVersionDetail).summary).toEqual(version)
  })

  test('the draft’s hash tells whether buyers would notice', async () => {
    const { version } = await publishNamed('Same')
    expect((await read('/flow/draft')).as(FlowDraft).hash).toBe(version.hash)
    await importFlow(changedFlow({ name: 'Same', layout: {} }))
    expect((await read('/flow/draft')).as(FlowDraft).hash).toBe(version.hash)
    await importFlow(changedFlow({ name: 'Different' }))
    expect((await read('/flow/draft')).as(FlowDraft).hash).not.toBe(version.hash)
  })
})

describe('exporting', () => {
  test('export, import, export is the same to the byte', async () => {
    await publishNamed('Round')
    const first = await read('/flow/versions/1/export')
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(first.headers['content-disposition']).toBe('attachment; filename="flow-v1.json"')
    expect(parseFlow(first.text).ok).toBe(true)

    const { revision } = (await importFlow(first.text)).as(FlowImported)
    await publish({ revision })
    const second = await read('/flow/versions/live/export')
    expect(second.text).toBe(first.text)
    expect((await read('/flow/versions/1/export')).text).toBe(first.text)
  })

  test('what a version compiles to is exported under a name of its own; a form that is none is refused', async () => {
    await publishNamed('Forms')
    const diagram = await read('/flow/versions/live/export?as=mermaid')
    expect(diagram.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(diagram.headers['content-disposition']).toBe('attachment; filename="flow-v1.mmd"')
    expect(diagram.text).toMatch(/^flowchart TD\n/)
    expect((await read('/flow/versions/live/export?as=typescript')).text).toContain('createReception')
    expect((await read('/flow/versions/live/export?as=script')).text).toContain('\nBuyer opens the chat\n')
    expect(codeOf(await read('/flow/versions/live/export?as=pdf'))).toBe('NOT_UNDERSTOOD')
  })

  test('another order of the keys exports the same bytes', async () => {
    await publishNamed('Keys')
    const { revision } = (await importFlow(reversed(changedFlow({ name: 'Keys' })))).as(FlowImported)
    await publish({ revision })
    expect((await read('/flow/versions/2/export')).text).toBe((await read('/flow/versions/1/export')).text)
  })
})

/** The same JSON with every object's keys in the opposite order. */
function reversed(json: string): string {
  return JSON.stringify(JSON.parse(json), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  )
}
