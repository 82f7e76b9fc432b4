import { parse } from '@plussub/srt-vtt-parser'

export const isTranscriptName = (name: string): boolean => /\.(?:vtt|srt)$/i.test(name)

/** Whether a text is one of captions: WebVTT, SubRip, or SubViewer as YouTube gives it. */
export const isTranscript = (text: string): boolean => /^WEBVTT\b/.test(text) || firstCue.test(text)

const firstCue = /^(?:\d+\s*\r?\n)?\d\d?:\d\d:\d\d[,.]\d{3}(?:\s+-->|,\d\d?:\d\d:\d\d\.\d{3}\s)/

/** The words of captions as one text, without what comes twice because captions roll. Undefined for what are no captions. */
export function readTranscript(text: string): string | undefined {
  const entries = entriesOf(text)
  if (entries === undefined) return undefined
  const lines = entries.flatMap((entry) => entry.text.replace(/<[^<>]*>/g, '').split('\n'))
  const words: string[] = []
  let before = ''
  for (const line of lines.map((one) => one.replace(/\s+/g, ' ').trim())) {
    if (line !== '' && line !== before) words.push(line)
    before = line || before
  }
  return words.join(' ')
}

function entriesOf(text: string): readonly { readonly text: string }[] | undefined {
  try {
    return parse(text).entries
  } catch {
    // The library stumbles over captions that are cut off or damaged, in errors of many kinds.
    return undefined
  }
}
