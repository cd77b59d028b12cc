'use client'
// oxlint-disable-next-line import/no-default-export
export default function Progress(_props: {
  operationId: string
  cenId: string
  transitRouterId: string
  onBack: () => void
}) {
  return null
}
