import { readFileSync } from 'node:fs'

/** SIGKILL for a process and its children; without /proc for the process alone, whose children then end by themselves. */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return
  for (const one of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(one, 'SIGKILL')
    } catch {
      // It was gone already, which is what we wanted.
    }
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
