/** Thrown while a file is read: it has more bytes than an import takes. */
export class FileTooBig extends Error {}

/** Thrown while a file is read: its bytes are no UTF-8. */
export class NotText extends Error {}

/** The text of a file as its bytes come in, without a byte order mark. Throws `FileTooBig` or `NotText` where that is found out. */
export async function* fileText(bytes: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > maxBytes) throw new FileTooBig()
    const text = decode(decoder, chunk)
    if (text !== '') yield text
  }
  const rest = decode(decoder)
  if (rest !== '') yield rest
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch (cause) {
    throw new NotText('not UTF-8', { cause })
  }
}
