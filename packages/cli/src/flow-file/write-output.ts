import { rename, rm, writeFile } from 'node:fs/promises'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'

/** Writes to the file, or to standard output without one. A file is replaced whole or not at all. */
export async function writeOutput(text: string, path: string | undefined): Promise<void> {
  if (path === undefined) {
    process.stdout.write(text)
    return
  }
  const half = `${path}.${String(process.pid)}.part`
  try {
    await writeFile(half, text, { flag: 'wx' })
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw new CommandFailure(
      EXIT.USAGE,
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}. Check that its folder is there and yours.`,
    )
  }
}
