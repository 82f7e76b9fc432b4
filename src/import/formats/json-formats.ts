import { basename } from 'node:path'
import type { ImportSource } from '../read/import-source.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { isIndico, readIndico } from './indico.ts'
import { isPlaylist, readPlaylist } from './playlist.ts'
import { isPretalxPage, isPretalxWidget, readPretalxPage, readPretalxWidget } from './pretalx-json.ts'
import { isCategory, isPyvideoList, isPyvideoTalk, readPyvideoList, readPyvideoTalk } from './pyvideo.ts'
import { isScheduleJson, readScheduleJson } from './schedule-json.ts'
import { hasSignsOfSessionize, isSessionize, readSessionize } from './sessionize.ts'
import { holdsTalks } from './talk-lists.ts'

type JsonReader = (source: ImportSource, event: ImportedEvent) => Iterable<Imported> | AsyncIterable<Imported>

/** How a document of JSON is read, by what only its format has; undefined if it is of none that is known, as lists of talks are. */
export function jsonReaderOf(value: unknown): JsonReader | undefined {
  if (isPyvideoTalk(value)) return (source) => [readPyvideoTalk(value, { ...source, where: source.file })]
  if (isPyvideoList(value)) return (source) => readPyvideoList(value, source)
  if (isScheduleJson(value)) return ({ file }, event) => readScheduleJson(value, file, event.name)
  if (isPretalxPage(value)) return ({ file }, event) => readPretalxPage(value, file, event)
  if (isPretalxWidget(value)) return ({ file }, event) => readPretalxWidget(value, file, event)
  if (isSessionize(value) && (hasSignsOfSessionize(value) || !holdsTalks(value)))
    return ({ file }, event) => readSessionize(value, file, event)
  if (isIndico(value)) return ({ file }, event) => readIndico(value, file, event)
  if (isPlaylist(value)) return (source, event) => readPlaylist(value, source, event)
  return undefined
}

/** What a folder of pyvideo's says of itself, which is no talk. */
export const isFolderFacts = (value: unknown, path: string): boolean =>
  basename(path) === 'category.json' && isCategory(value)
