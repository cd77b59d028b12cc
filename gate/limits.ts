/** How large and how slow a request may be, and how many there may be. */
export const LIMITS = {
  /** Request line and headers, bytes. Next reads 16 kB and gets ours on top. */
  headerBytes: 12 * 1024,
  headers: 100,
  /** Bytes; the largest real form is below 20 kB. */
  body: 64 * 1024,
  /** Bytes, on the paths of `LARGE_BODIES`. */
  largeBody: 1024 * 1024,
  /** Bytes of bodies that one client has on the way at a time. */
  bodies: 4 * 1024 * 1024,
  /** Milliseconds for headers and body together. */
  receive: 10_000,
  /** Milliseconds for the first byte of Next's answer; no call of ours to the cloud takes as long. */
  answer: 120_000,
  /** Milliseconds a connection may idle between two requests. */
  idle: 65_000,
  /** Open connections of one address; a browser opens six. */
  connections: 256,
  /** Open connections of all addresses together, where the limit of descriptors allows as many. */
  total: 8192,
  /** Requests sent ahead on one connection before the first is answered; a browser sends none. */
  ahead: 8,
  /** What a client may ask for at once, in the units of `COST`; a page takes about twenty. */
  burst: 1000,
  /** What it may ask for each second after that. */
  perSecond: 200,
}

export type Limits = typeof LIMITS

/** What a request takes from its client's budget. */
export const COST = {
  file: 0.1,
  request: 1,
  /** A page that does not exist is rendered for a person all the same. */
  missing: 5,
  /** No page of ours sends one. */
  malformed: 5,
  /** One more than may wait: a page sends six at once. */
  flood: 10,
}
