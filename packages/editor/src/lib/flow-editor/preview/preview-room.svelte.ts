import { MediaQuery } from 'svelte/reactivity'
import { recall, remember } from '#lib/ui/device-memory.ts'

/** Where there is room for the preview: a column of its own, a tab beside the selected block, or a sheet over the page. */
type Room = 'column' | 'tabs' | 'sheet'

/** Whether the preview is shown, and where. A column stays as this device left it; tab and sheet are opened each time. */
export interface PreviewRoom {
  readonly room: Room
  readonly shown: boolean
  show(): void
  hide(): void
}

const STORED_AS = 'shopbell.preview'
const COLUMN = 'min-width: 1280px'
const TABS = 'min-width: 960px'

export function choosePreviewRoom(): PreviewRoom {
  const wide = new MediaQuery(COLUMN)
  const middle = new MediaQuery(TABS)
  const room = $derived<Room>(wide.current ? 'column' : middle.current ? 'tabs' : 'sheet')
  let column = $state(recall(STORED_AS) !== 'off')
  /** The room in which it was opened over something else; another width begins without. */
  let opened = $state<Room | null>(null)
  const become = (next: boolean): void => {
    opened = next ? room : null
    if (room !== 'column') return
    column = next
    remember(STORED_AS, next ? 'on' : 'off')
  }
  return {
    get room() {
      return room
    },
    get shown() {
      return room === 'column' ? column : opened === room
    },
    show: () => become(true),
    hide: () => become(false),
  }
}
