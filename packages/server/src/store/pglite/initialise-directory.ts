import { once } from 'node:events'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { platform } from 'node:os'
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
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) syncNames(path)
    else syncFile(path)
  }
  syncNames(unfinished)
  renameSync(unfinished, directory)
  syncNames(dirname(directory))
}

/** Brings a directory's names to the disk. Windows does so by itself, and refuses to be asked. */
function syncNames(path: string): void {
  if (platform() !== 'win32') syncFile(path)
}

function syncFile(path: string): void {
  const file = openSync(path, platform() === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
