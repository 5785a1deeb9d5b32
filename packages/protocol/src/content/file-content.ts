import Type, { type Static } from 'typebox'
import { closed, WebAddress } from '../field.ts'

/** A file; `url` is short-lived, `size` is in bytes. */
export const FileContent = Type.Object(
  {
    kind: Type.Literal('file'),
    name: Type.String({ maxLength: 260 }),
    type: Type.String({ maxLength: 100 }),
    size: Type.Integer({ minimum: 0 }),
    url: WebAddress,
  },
  closed,
)
export type FileContent = Static<typeof FileContent>
