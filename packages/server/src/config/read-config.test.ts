import { expect, test } from 'vitest'
import { readConfig } from './read-config.ts'

test('an empty environment is a small server of one’s own, with the demo', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    config: {
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDirectory: './data',
      publicUrl: null,
      logLevel: 'info',
      trustProxy: [],
      keepDays: null,
      metricsToken: null,
      demo: true,
      extensions: [],
      botkit: null,
      botkitStore: null,
      testClockPort: null,
      mail: null,
      webhookAllow: [],
      secretKeys: [],
    },
  })
})

test('keys for secrets are 32 bytes each, and a wrong one is not repeated', () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const keys = `${one.toString('base64')}, ${two.toString('base64')}`
  expect(readConfig({ SHOPBELL_SECRET_KEY: keys })).toMatchObject({ config: { secretKeys: [one, two] } })
  for (const wrong of ['hunter2', Buffer.alloc(16).toString('base64'), `${keys},`])
    expect(readConfig({ SHOPBELL_SECRET_KEY: wrong })).toEqual({
      ok: false,
      problems: [
        'SHOPBELL_SECRET_KEY must be keys of 32 bytes in base64, separated by commas; openssl rand -base64 32 makes one.',
      ],
    })
})

test('empty text is the same as leaving it out', () => {
  expect(readConfig({ PORT: '', HOST: '  ', DATABASE_URL: '', SHOPBELL_PUBLIC_URL: '' })).toEqual(
    readConfig({}),
  )
})

test('a server with a PostgreSQL of its own has no demo unless asked', () => {
  const environment = { DATABASE_URL: 'postgres://shop:secret@db/shop' }
  expect(readConfig(environment)).toMatchObject({ config: { demo: false } })
  expect(readConfig({ ...environment, SHOPBELL_DEMO: 'on' })).toMatchObject({ config: { demo: true } })
})

test('all problems come at once, each with its name, and no value is repeated', () => {
  const read = readConfig({
    PORT: '70000',
    HOST: 'http://x',
    DATABASE_URL: 'mysql://root:hunter2@db/shop',
    SHOPBELL_PUBLIC_URL: 'https://shop.example/chat',
    LOG_LEVEL: 'loud',
    SHOPBELL_TRUST_PROXY: '10.0.0.0/8, 1',
    SHOPBELL_DEMO: 'yes',
    SHOPBELL_SMTP_URL: 'http://mail.example',
    SHOPBELL_MAIL_FROM: 'two@shop.example, more@shop.example',
  })
  const problems = read.ok ? [] : read.problems
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'HOST',
    'DATABASE_URL',
    'SHOPBELL_PUBLIC_URL',
    'LOG_LEVEL',
    'SHOPBELL_TRUST_PROXY',
    'SHOPBELL_DEMO',
    'SHOPBELL_SMTP_URL',
    'SHOPBELL_MAIL_FROM',
  ])
  expect(problems.join(' ')).not.toContain('hunter2')
})

test.for([
  ['0', true],
  ['65535', true],
  ['65536', false],
  ['-1', false],
  ['80.5', false],
  ['0x50', false],
  ['eighty', false],
] as const)('PORT=%s: %s', ([text, fits]) => {
  expect(readConfig({ PORT: text }).ok).toBe(fits)
})

test.for([
  ['10.0.0.0/8', true],
  ['10.0.0.1, fd00::/8', true],
  ['::1', true],
  ['1', false],
  ['true', false],
  ['10.0.0.0/33', false],
  ['10.0.0.0/8/8', false],
  ['10.0.0.0/', false],
  ['proxy.local', false],
] as const)('SHOPBELL_TRUST_PROXY=%s: %s', ([text, fits]) => {
  expect(readConfig({ SHOPBELL_TRUST_PROXY: text }).ok).toBe(fits)
})

test.for([
  ['10.0.0.0/8', true],
  ['hooks.shop.internal, ::1, localhost', true],
  ['10.0.0.0/33', false],
  ['10.0.0', false],
  ['https://hooks.shop.internal', false],
  ['hooks.shop.internal:8443', false],
  ['a,,b', false],
] as const)('SHOPBELL_WEBHOOK_ALLOW=%s: %s', ([text, fits]) => {
  expect(readConfig({ SHOPBELL_WEBHOOK_ALLOW: text }).ok).toBe(fits)
})

test.for([
  ['https://chat.example', true],
  ['http://127.0.0.1:8080', true],
  ['https://chat.example/', true],
  ['chat.example', false],
  ['ftp://chat.example', false],
  ['https://chat.example/?a=1', false],
] as const)('SHOPBELL_PUBLIC_URL=%s: %s', ([text, fits]) => {
  expect(readConfig({ SHOPBELL_PUBLIC_URL: text }).ok).toBe(fits)
})

test.for([
  ['smtp://mail.example', 'chat@shop.example', true],
  ['smtps://mail.example:465', 'Harbor Steel <chat@shop.example>', true],
  ['mail.example', 'chat@shop.example', false],
  ['smtp://', 'chat@shop.example', false],
  ['smtp://mail.example', 'Harbor Steel', false],
  ['smtp://mail.example', 'a <a@shop.example>\nBcc: b@shop.example', false],
  ['smtp://mail.example', '', false],
  ['', 'chat@shop.example', false],
] as const)('mail by %s from %s: %s', ([SHOPBELL_SMTP_URL, SHOPBELL_MAIL_FROM, fits]) => {
  expect(readConfig({ SHOPBELL_SMTP_URL, SHOPBELL_MAIL_FROM }).ok).toBe(fits)
})

test.for([
  ['SHOPBELL_KEEP_DAYS', '0'],
  ['SHOPBELL_KEEP_DAYS', '30 days'],
  ['SHOPBELL_KEEP_DAYS', '-1'],
  ['SHOPBELL_METRICS_TOKEN', 'short'],
  ['SHOPBELL_METRICS_TOKEN', 'sixteen letters with blanks'],
] as const)('%s cannot be %s', ([name, value]) => {
  expect(readConfig({ [name]: value })).toMatchObject({
    ok: false,
    problems: [expect.stringContaining(name)],
  })
})

test('how long buyers are kept and who may read the metrics are taken as they stand', () => {
  const environment = { SHOPBELL_KEEP_DAYS: '730', SHOPBELL_METRICS_TOKEN: 'a-token-of-sixteen' }
  expect(readConfig(environment)).toMatchObject({
    config: { keepDays: 730, metricsToken: 'a-token-of-sixteen' },
  })
})

test.for([
  ['on this machine', {}, true],
  ['on its other address', { HOST: '::1' }, true],
  ['with a public address', { SHOPBELL_PUBLIC_URL: 'https://chat.shop.example' }, false],
  ['with a public address that is this machine’s', { SHOPBELL_PUBLIC_URL: 'http://localhost' }, false],
  ['open to the network', { HOST: '0.0.0.0' }, false],
  ['open to the network under its name', { HOST: 'shop.example' }, false],
] as const)('tests may move the time %s', ([, environment, may]) => {
  const read = readConfig({ SHOPBELL_TEST_CLOCK: '0', ...environment })
  expect(read.ok).toBe(may)
  if (!read.ok) expect(read.problems.join()).toContain('SHOPBELL_TEST_CLOCK must be left out')
})
