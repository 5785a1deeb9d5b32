import { flowTemplate, type FlowTemplate } from './flow-template.ts'

const FLOWS = import.meta.glob<unknown>('../../../../../../flows/*/flow.json', {
  eager: true,
  import: 'default',
})
const FILES = import.meta.glob<unknown>('../../../../../../flows/*/template.json', {
  eager: true,
  import: 'default',
})

/** The sample receptions of `flows/`, bundled when the console is built; the largest comes first. */
export const FLOW_TEMPLATES: readonly FlowTemplate[] = Object.entries(FILES)
  .map(([path, file]) => {
    const folder = path.slice(0, path.lastIndexOf('/'))
    const id = folder.slice(folder.lastIndexOf('/') + 1)
    return {
      template: flowTemplate(id, FLOWS[`${folder}/flow.json`], file),
      size: sizeOf(FLOWS[`${folder}/flow.json`]),
    }
  })
  .toSorted((a, b) => b.size - a.size)
  .map(({ template }) => template)

function sizeOf(flow: unknown): number {
  return JSON.stringify(flow).length
}
