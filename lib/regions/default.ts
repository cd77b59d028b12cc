/** The region a page of one region opens with. */
export const DEFAULT_REGION = 'eu-central-1'
