import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { docBlocks, named } from '../docs/doc-blocks.ts'
import { runShell } from '../docs/run-shell.ts'
import { withStandIns } from '../docs/stand-ins.ts'
import { writeProgram } from '../docs/write-program.ts'
import { openConsoleApi } from '../conversations/live/console-api.ts'
import { startShop, type Shop } from '../tools/start-shop.ts'
import { publishedPackages } from './published-packages.ts'

// A developer who installed the packages and follows README and the packages' own pages: what test/docs does with the sources, once more
// with the tarballs, in a project of its own.

const run = promisify(execFile)
const PAGES = ['README.md', ...publishedPackages().map(({ folder }) => `packages/${folder}/README.md`)]
const blocks = docBlocks().filter(({ page }) => PAGES.includes(page))
const programs = blocks.filter(({ language, how }) => ['ts', 'js'].includes(language) && !('page' in how))
const commands = blocks.filter(({ language, code }) => language === 'sh' && /npx|curl/.test(code))

const FLAGS = [
  '--strict',
  '--noUncheckedIndexedAccess',
  '--exactOptionalPropertyTypes',
  '--verbatimModuleSyntax',
]

let shop: Shop
let token: string
let folder: string
beforeAll(async () => {
  folder = inject('freshProject')
  mkdirSync(join(folder, 'stages'))
  cpSync(join(import.meta.dirname, 'stages'), join(folder, 'stages'), { recursive: true })
  shop = await startShop()
  token = (await openConsoleApi(shop.url, shop.setupLink ?? '')).token
})
afterAll(() => shop.stop())

const env = () => ({
  PATH: `${join(folder, 'node_modules/.bin')}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
  HOME: folder,
  PORT: '0',
  SHOPBELL_TOKEN: token,
})

test('the snippets and every exported name pass strict TypeScript', async () => {
  const paths = programs.map((block) => writeProgram(block, { folder, stages: join(folder, 'stages') }))
  const names = publishedPackages().filter(({ manifest: { exports = {} } }) => '.' in exports)
  const everything = names.map(({ manifest: { name } }, n) => `export * as p${String(n)} from '${name}'\n`)
  writeFileSync(join(folder, 'everything.ts'), everything.join(''))
  const files = [...paths, join(folder, 'everything.ts')]
  const options = [
    '--noEmit',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--lib',
    'es2024,dom',
    '--types',
    'node',
  ]
  const { stdout } = await run(
    process.execPath,
    [
      'node_modules/typescript/bin/tsc',
      ...FLAGS,
      ...options,
      '--allowImportingTsExtensions',
      '--resolveJsonModule',
      ...files,
    ],
    { cwd: folder },
  ).catch((error: unknown) => {
    if (error instanceof Error && 'stdout' in error) return { stdout: String(error.stdout) }
    throw error
  })
  // Declarations are checked, too: ours have to be right; XState's own do not stand up to these settings.
  const problems = stdout.split('\n').filter((line) => /error TS/.test(line))
  expect(problems.filter((line) => !/^node_modules\/(?!@shopbell\/)/.test(line))).toEqual([])
})

test.for(programs.map((block) => [named(block), block] as const))('%s', async ([, block]) => {
  const path = writeProgram(
    { ...block, code: withStandIns(block.code, { url: shop.url, token, databaseUrl: '' }) },
    { folder, stages: join(folder, 'stages') },
  )
  await expect(run(process.execPath, [path], { cwd: folder, env: env() })).resolves.toBeDefined()
})

test.for(commands.map((block) => [named(block), block] as const))('%s', async ([, { code }]) => {
  const script = withStandIns(code, { url: shop.url, token, databaseUrl: '' })
  const ran = await runShell(script, { cwd: folder, env: env() })
  expect(ran, `${ran.out}\n${ran.err}`).toMatchObject({ exitCode: 0 })
})
