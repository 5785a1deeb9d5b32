import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('slow-fsync.c', import.meta.url))

/**
 * Environment variables under which a program's fsyncs take `delayMs` longer; none for 0. Needs Linux and a C compiler, and says so
 * where there is none.
 */
export function slowFsync(delayMs: number): Readonly<Record<string, string>> {
  if (delayMs === 0) return {}
  const directory = mkdtempSync(join(tmpdir(), 'shopbell-bench-fsync-'))
  process.once('exit', () => {
    rmSync(directory, { recursive: true, force: true })
  })
  const library = join(directory, 'slow-fsync.so')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, SOURCE, '-ldl'], { stdio: 'pipe' })
  } catch (cause) {
    throw new Error(
      '--fsync-delay needs a C compiler (cc), and none could compile bench/stage/slow-fsync.c.',
      {
        cause,
      },
    )
  }
  // PostgreSQL runs as another user.
  chmodSync(directory, 0o755)
  return { LD_PRELOAD: library, SHOPBELL_BENCH_FSYNC_DELAY_US: String(Math.round(delayMs * 1_000)) }
}
