'use client'
import './globals.css'

interface GlobalErrorProps {
  error: Error & { digest?: string }
}

/** The layout itself failed: no catalogue, no shell, so both languages and nothing that could fail again. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="p-8">
        <h1 className="text-title font-semibold">CEN VPN Console</h1>
        <p className="mt-2">The console failed. Reload the page.</p>
        <p lang="zh-CN">控制台出错，请刷新页面。</p>
        <p className="mt-2 mono text-muted">{error.digest}</p>
      </body>
    </html>
  )
}
