import type { ConsoleConnection } from './connect-console.ts'
import type { ShownEditor } from './watch-draft.ts'

/** Shows to everybody who has a store's draft open who else has. Two windows of one account are two editors. */
export function showEditors(open: ReadonlySet<ConsoleConnection>, storeId: number): void {
  const editing = [...open].flatMap((connection) => {
    const actor = connection.actor()
    const draft = connection.draft()
    if (actor?.storeId !== storeId || draft === null) return []
    const editor: ShownEditor = { name: actor.name, block: draft.block() }
    return [{ draft, editor }]
  })
  for (const { draft } of editing) {
    draft.showOthers(editing.filter((other) => other.draft !== draft).map(({ editor }) => editor))
  }
}
