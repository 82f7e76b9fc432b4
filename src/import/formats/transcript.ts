import { parse } from '@plussub/srt-vtt-parser'

export const isTranscriptName = (name: string): boolean => /\.(?:vtt|srt)$/i.test(name)

/** Whether a text is one of captions: WebVTT, or SubRip. */
export const isTranscript = (text: string): boolean =>
  /^WEBVTT\b/.test(text) || /^\d+\s*\r?\n\d\d:\d\d:\d\d,\d{3}\s+-->/.test(text)

/** The words of captions as one text, without what comes twice because captions roll. */
export function readTranscript(text: string): string {
  const { entries }: { readonly entries: readonly { readonly text: string }[] } = parse(text)
  const lines = entries.flatMap((entry) => entry.text.replace(/<[^<>]*>/g, '').split('\n'))
  const words: string[] = []
  let before = ''
  for (const line of lines.map((one) => one.replace(/\s+/g, ' ').trim())) {
    if (line !== '' && line !== before) words.push(line)
    before = line || before
  }
  return words.join(' ')
}
