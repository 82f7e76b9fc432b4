import type { Peer } from './peer.ts'

/** By the name that `--engines` takes. Loaded on demand: a child process that measures one engine holds no other. */
export const allPeers: Readonly<Record<string, () => Promise<Peer>>> = {
  hallway: async () => (await import('./hallway.ts')).createHallwayPeer(),
  lunr: async () => (await import('./lunr.ts')).lunrPeer,
  minisearch: async () => (await import('./minisearch.ts')).miniSearchPeer,
  orama: async () => (await import('./orama.ts')).oramaPeer,
  flexsearch: async () => (await import('./flexsearch.ts')).flexSearchPeer,
  wink: async () => (await import('./wink.ts')).winkPeer,
  fts5: async () => (await import('./sqlite-fts5.ts')).sqlitePeer,
}
