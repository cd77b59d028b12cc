'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { IconButton } from './icon-button'

interface PagesProps {
  /** What the rows are. */
  label: string
  /** From 0. */
  page: number
  pages: number
  onPage: (page: number) => void
}

export function Pages({ label, page, pages, onPage }: PagesProps) {
  const t = useTranslations('ui.table')
  return (
    <nav
      aria-label={`${label}: ${t('pages')}`}
      className="flex items-center justify-end gap-1 text-label text-muted"
    >
      <IconButton
        icon={ChevronLeft}
        label={t('previous')}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <span>{t('page', { page: page + 1, pages })}</span>
      <IconButton
        icon={ChevronRight}
        label={t('next')}
        disabled={page >= pages - 1}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}
