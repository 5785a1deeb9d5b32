import { createContext } from 'svelte'
import type { Editor } from './editor.ts'

/** The open draft of this page, for every view below the editor's shell. */
export const [useEditor, provideEditor] = createContext<Editor>()
