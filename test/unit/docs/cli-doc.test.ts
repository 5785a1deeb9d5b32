import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EXIT } from '../../../packages/cli/src/exit-code.ts'
import { runShopbell } from '../../tools/run-shopbell.ts'

const DOC = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8')

test('the exit codes are those of the program', () => {
  const rows = [...DOC.matchAll(/^\| (\d) +\| `([A-Z]+)` +\|/gm)].map(([, code, name]) => [
    name,
    Number(code),
  ])
  expect(Object.fromEntries(rows)).toEqual(EXIT)
})

test('every command and every option is described', async () => {
  const { out } = await runShopbell(['--help'])
  const commands = [...out.matchAll(/^ {2}([a-z-]+)(?: \[| <| {2})/gm)].map(([, name = '']) => name)
  expect(commands).toEqual([
    'serve',
    'validate',
    'export',
    'import',
    'publish',
    'catalogue',
    'restored',
    'reset-password',
    'help',
  ])
  for (const command of commands.filter((name) => name !== 'help')) {
    expect(DOC).toContain(`| \`shopbell ${command}`)
    const help = await runShopbell([command, '--help'])
    for (const [option] of help.out.matchAll(/--(?!help)[a-z-]+/g)) expect(DOC).toContain(option)
  }
})
