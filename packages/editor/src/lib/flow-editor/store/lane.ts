const REMEMBERED_AS = 'shopbell.lane'
const LANE_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LANE_LENGTH = 16

let own: Promise<string> | undefined

/**
 * This tab's lane: the name under which its batches are numbered. It survives a reload. A tab that was duplicated finds its lane
 * taken and gets one of its own: two tabs of one account are two editors.
 */
export function ownLane(): Promise<string> {
  own ??= claimOwn()
  return own
}

/** Takes a lane that no living tab holds; false where one does. */
export function claimLane(lane: string): Promise<boolean> {
  // Without a secure context there are no locks; then a duplicated tab is the only risk.
  if (!('locks' in navigator)) return Promise.resolve(true)
  return new Promise((resolve) => {
    void navigator.locks.request(`${REMEMBERED_AS}.${lane}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock ? new Promise(() => {}) : undefined // held as long as the page lives
    })
  })
}

async function claimOwn(): Promise<string> {
  const known = sessionLane()
  if (known && (await claimLane(known))) return known
  const fresh = newLane()
  await claimLane(fresh)
  keepSessionLane(fresh)
  return fresh
}

function newLane(): string {
  const chances = crypto.getRandomValues(new Uint8Array(LANE_LENGTH))
  return Array.from(chances, (chance) => LANE_LETTERS[chance % LANE_LETTERS.length]).join('')
}

function sessionLane(): string | null {
  try {
    return sessionStorage.getItem(REMEMBERED_AS)
  } catch {
    return null
  }
}

function keepSessionLane(lane: string): void {
  try {
    sessionStorage.setItem(REMEMBERED_AS, lane)
  } catch {
    // Then a reload begins a new lane and finds the old one's work by its journal.
  }
}
