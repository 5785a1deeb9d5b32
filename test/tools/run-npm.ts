import { execFileSync } from 'node:child_process'

/** Runs the npm that runs these tests and returns what it printed. Throws npm's own error, which it has shown already. */
export function runNpm(args: readonly string[], cwd: string): string {
  const npm = process.env['npm_execpath']
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm]
  return execFileSync(command ?? 'npm', [...first, ...args, '--loglevel=error'], {
    cwd,
    // Settings that npm hands to its scripts would otherwise reach the inner npm as if they were typed.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!execpath)/.test(name))),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
