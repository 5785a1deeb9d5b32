import { createHash } from 'node:crypto'
import { FileTooBig } from './file-text.ts'
import { type FileFormat, type ProductFile, readProducts } from './read-products.ts'

/** A file of products, and the SHA-256 of what was read of it, in hex: all of it where it has no problems. Null: it is too big. */
export async function readProductFile(
  bytes: AsyncIterable<Uint8Array>,
  format: FileFormat,
): Promise<(ProductFile & { readonly hash: string }) | null> {
  const hash = createHash('sha256')
  async function* noted() {
    for await (const chunk of bytes) {
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    const file = await readProducts(noted(), format)
    return { ...file, hash: hash.digest('hex') }
  } catch (error) {
    if (error instanceof FileTooBig) return null
    throw error
  }
}
