import type { ENGLISH_EXTENSIONS } from './english-extensions.ts'

export const CHINESE_EXTENSIONS: Readonly<Record<keyof typeof ENGLISH_EXTENSIONS, string>> = {
  'silence.extensionRule': '未开始接待：扩展的规则不允许（{rule}）。',
  'silence.extensionMissing': '已转人工：{kind} 只能在加载了扩展的地方运行。',
  'extension.missing': '这个步骤需要扩展 {kind}，这里没有加载。内容会原样保留，但不能发布。',
}
