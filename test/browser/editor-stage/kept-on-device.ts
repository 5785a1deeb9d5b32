import type { Page } from 'playwright-core'

/** What this browser's journal of unsent work says, as text. */
export async function keptOnDevice(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('shopbell.drafts')
        opening.onerror = () => reject(new Error('The journal cannot be opened.'))
        opening.onsuccess = () => {
          const reading = opening.result.transaction('journal').objectStore('journal').getAll()
          reading.onerror = () => reject(new Error('The journal cannot be read.'))
          reading.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(reading.result))
          }
        }
      }),
  )
}
