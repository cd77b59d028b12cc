import { NotFoundState } from '@/components/shell/not-found-state'

export default function NotFound() {
  return (
    <main className="pt-16">
      <NotFoundState />
    </main>
  )
}
