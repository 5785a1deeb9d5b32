import Type, { type Static } from 'typebox'
import { ChoicesContent } from './choices-content.ts'
import { FileContent } from './file-content.ts'
import { FormContent } from './form-content.ts'
import { NoteContent } from './note-content.ts'
import { OrderContent } from './order-content.ts'
import { ProductsContent } from './products-content.ts'
import { TextContent } from './text-content.ts'

/** What a stored message can hold. The robot's, the agents' and the buyers' messages use the same kinds. */
export const MessageContent = Type.Union([
  TextContent,
  ChoicesContent,
  FormContent,
  ProductsContent,
  OrderContent,
  FileContent,
  NoteContent,
])
export type MessageContent = Static<typeof MessageContent>
