/**
 * Whether a section holds what was said word by word, as a program wrote it down: that ranks below what a person wrote, is
 * quoted after it, and is never a tip.
 */
export const isTranscript = (title: string): boolean =>
  /^(?:(?:full|video|audio|raw|auto(?:matic(?:ally)?)?(?:[- ]generated)?|generated|youtube|talk|session)\s+)*(?:transcripts?|transcription|captions?|closed captions?|subtitles)(?:\s*\(.*\))?:?$/i.test(
    title.trim(),
  )
