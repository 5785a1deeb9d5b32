import type { CanvasReach } from '../canvas/canvas-reach.svelte.ts'
import type { Connecting } from '../connect/connecting.svelte.ts'
import type { PreviewRoom } from '../preview/preview-room.svelte.ts'
import type { Preview } from '../preview/preview.svelte.ts'
import type { ViewChoice } from '../shell/view-choice.svelte.ts'
import type { Editor } from '../store/editor.ts'

/** All that the commands of a desk act on. */
export interface PaletteDesk {
  readonly editor: Editor
  readonly views: ViewChoice
  readonly room: PreviewRoom
  readonly preview: Preview
  readonly reach: CanvasReach
  readonly connecting: Connecting
  readonly publish: () => void
  readonly showShortcuts: () => void
}
