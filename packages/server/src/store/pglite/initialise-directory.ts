import { once } from 'node:events'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { workerFile } from './worker-file.ts'

/**
 * Makes sure that `directory` holds a whole database. A new one is made beside it, brought to the disk and then renamed, so that
 * a process killed while it initialises leaves nothing half done.
 */
export async function initialiseDirectory(directory: string): Promise<void> {
  if (existsSync(directory)) return
  const unfinished = `${directory}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const worker = new Worker(workerFile('initialise-worker'), { workerData: unfinished })
  await once(worker, 'exit')
  for (const { parentPath, name } of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    sync(join(parentPath, name))
  }
  sync(unfinished)
  renameSync(unfinished, directory)
  sync(dirname(directory))
}

/** Brings one file's bytes, or one directory's names, to the disk. */
function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
