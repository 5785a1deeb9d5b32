import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 5

/** A signal for a process and its children; without /proc for the process alone (killed, its children then end by themselves). */
export function signalTree(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  for (const one of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(one, signal)
    } catch {
      // It was gone already, which is what we wanted.
    }
  }
}

/**
 * SIGKILL for a process and its children; resolves when none of the children lives any more. (Who started the process hears of its
 * end.) It stands still first, so that no child is born meanwhile.
 */
export async function killTree(pid: number | undefined): Promise<void> {
  if (pid === undefined) return
  signalTree(pid, 'SIGSTOP')
  const children = childrenOf(pid)
  signalTree(pid, 'SIGKILL')
  while (children.some(isAlive)) await pause(LOOK_EVERY_MS)
}

/** Whether a process of this Linux still holds memory and files; what only waits for its parent to look does not. */
function isAlive(pid: number): boolean {
  try {
    const state = /\) (\S) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
    return state !== undefined && state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return list
      .split(' ')
      .filter((child) => child !== '')
      .map(Number)
  } catch {
    return []
  }
}
