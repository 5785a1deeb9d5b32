import { t } from '#lib/i18n/locale.svelte.ts'
import { announce } from '#lib/ui/announcer.svelte.ts'
import { leadWay, type Way } from '../commands/ways.ts'
import type { Connecting } from '../connect/connecting.svelte.ts'
import { titleOf } from '../outline-rows.ts'
import type { Editor } from '../store/editor.ts'
import type { Canvas } from './canvas.svelte.ts'

interface DropRoom {
  readonly editor: Editor
  readonly canvas: Canvas
  readonly connecting: Connecting
}

/** A link is let go: anywhere on a block it leads there; on the empty canvas "Connect to…" opens at that place. */
export function dropLink(
  event: MouseEvent | TouchEvent,
  way: Way,
  { editor, canvas, connecting }: DropRoom,
): void {
  const page = pointOf(event)
  const under = page && document.elementFromPoint(page.x, page.y)
  if (!page || !under || !canvas.element?.contains(under)) return
  const target = under.closest<HTMLElement>('[data-block]')?.dataset['block']
  if (target === way.block) return
  if (target === undefined) {
    connecting.ask({
      way,
      drop: { page, canvas: canvas.view.screenToFlowPosition(page) },
      ondone: (id) => void canvas.focus(id ?? way.block, id === null ? way.path : undefined),
    })
  } else if (editor.execute(leadWay(way, target)))
    announce(t('connect.done', { name: titleOf(editor.document, target) }))
}

function pointOf(event: MouseEvent | TouchEvent) {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return point ? { x: point.clientX, y: point.clientY } : null
}
