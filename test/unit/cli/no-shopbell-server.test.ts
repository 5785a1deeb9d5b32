import { createServer, type RequestListener, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { describeError } from '@shopbell/protocol'
import { afterEach, describe, expect, test } from 'vitest'
import { runShopbell } from '../../tools/run-shopbell.ts'

const SAMPLE = fileURLToPath(new URL('../../../flows/craft-studio/flow.json', import.meta.url))
const TOKEN = { SHOPBELL_TOKEN: 'sbk_0123456789abcdefghij' }

let server: Server | undefined
afterEach(() => {
  server?.close()
  server = undefined
})

async function answering(listener: RequestListener): Promise<string> {
  const listening = createServer(listener)
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  return `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`
}

describe('where no server answers the end is 4', () => {
  test.for([
    ['import', ['import', SAMPLE, '--to', 'http://127.0.0.1:1']],
    ['publish', ['publish', '--to', 'http://127.0.0.1:1']],
    ['export', ['export', '--from', 'http://127.0.0.1:1']],
  ] as const)('%s', async ([, args]) => {
    const { exitCode, out, err } = await runShopbell(args, TOKEN)
    expect(err).toContain('No server answers at http://127.0.0.1:1')
    expect(out).toBe('')
    expect(exitCode).toBe(4)
  })

  test('a redirect is not followed: it would carry the token elsewhere', async () => {
    const asked: string[] = []
    const url = await answering((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await runShopbell(['publish', '--to', url], TOKEN)).toMatchObject({ exitCode: 4 })
    expect(asked).toEqual(['/api/v1/flow/draft'])
  })
})

describe('where something else answers the end is 3', () => {
  test.for([
    ['a web page', 200, '<html>'],
    ['an error page', 502, '<html>'],
    ['JSON of another kind', 200, '{"ok": true}'],
  ] as const)('%s', async ([, status, body]) => {
    const url = await answering((_request, response) => response.writeHead(status).end(body))
    const { exitCode, err } = await runShopbell(['publish', '--to', url], TOKEN)
    expect(err).toContain('does not answer like a Shopbell server')
    expect(exitCode).toBe(3)
  })
})

test('a refusal is told with its code and its request', async () => {
  const body = { ...describeError('FORBIDDEN'), detail: 'Your role may not do this.', requestId: 'r-1' }
  const url = await answering((_request, response) => response.writeHead(403).end(JSON.stringify(body)))
  const { exitCode, err } = await runShopbell(['publish', '--to', `${url}/below/`], TOKEN)
  expect(err).toBe(
    'shopbell: REFUSED: The server refused (FORBIDDEN): Your role may not do this. (request r-1)\n',
  )
  expect(exitCode).toBe(3)
})

test('the token is sent as a bearer, below the address that was given', async () => {
  const heard: (string | undefined)[] = []
  const url = await answering(({ url: path, headers }, response) => {
    heard.push(path, headers.authorization)
    response.writeHead(404).end(JSON.stringify(describeError('NO_DRAFT')))
  })
  await runShopbell(['publish', '--to', `${url}/below`], TOKEN)
  expect(heard).toEqual(['/below/api/v1/flow/draft', `Bearer ${TOKEN.SHOPBELL_TOKEN}`])
})

describe('a command line that cannot work ends with 2, before anything is sent', () => {
  test.for([
    ['no token', ['publish', '--to', 'http://127.0.0.1:1'], 'A token is needed'],
    ['no address', ['publish'], "required option '--to <url>'"],
    ['an address that is none', ['publish', '--to', 'shop', '--token', 'x'], '“shop” is no server address'],
    ['another protocol', ['publish', '--to', 'ftp://shop', '--token', 'x'], 'is no server address'],
    ['no file', ['import', '--to', 'http://127.0.0.1:1', '--token', 'x'], 'missing required argument'],
  ] as const)('%s', async ([, args, message]) => {
    const { exitCode, err } = await runShopbell(args)
    expect(err).toContain(message)
    expect(exitCode).toBe(2)
  })
})
