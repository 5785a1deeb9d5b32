/** What this device allows: `ask` is not asked yet, `never` cannot show any (an old browser, a page without TLS). */
export type DeviceLeave = 'granted' | 'denied' | 'ask' | 'never'

let leave = $state<DeviceLeave>(readLeave())

/** Whether this device shows notifications of the console. */
export function deviceLeave(): DeviceLeave {
  return leave
}

/** Asks the browser; only from a click, because a question at load is refused for good. */
export async function askDevice(): Promise<DeviceLeave> {
  if (leave === 'ask') await Notification.requestPermission()
  leave = readLeave()
  return leave
}

/** Shows one notification per conversation; a newer one takes the place of an older. A click brings the page to the front. */
export function showOnDesktop(
  conversation: string,
  { title, body }: { readonly title: string; readonly body: string },
  onOpen: () => void,
): void {
  leave = readLeave()
  if (leave !== 'granted') return
  try {
    const shown = new Notification(title, { body, tag: conversation })
    shown.onclick = () => {
      window.focus()
      shown.close()
      onOpen()
    }
  } catch {
    // Android shows them from service workers only.
    leave = 'never'
  }
}

function readLeave(): DeviceLeave {
  if (typeof Notification === 'undefined') return 'never'
  return Notification.permission === 'default' ? 'ask' : Notification.permission
}
