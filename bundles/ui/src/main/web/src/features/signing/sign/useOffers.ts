import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { judgeCertificates, workplaceQuery } from '../api';
import { DemoSigner } from '../signer/DemoSigner';
import { PluginSigner } from '../signer/PluginSigner';
import { type Signer, SignerError, type SigningCertificate } from '../signer/Signer';
import type { CertificateReport, Workplace } from '../types';

/** A certificate as it is offered: by whom, and whether it can sign now. */
export interface Offer {
  certificate: SigningCertificate;
  signer: Signer;
  usable: boolean;
  /** `signer.…` of the workplace or `signing.…` of the server; null when it can sign. */
  code: string | null;
}

export interface Offers {
  workplace: Workplace | null;
  offers: Offer[];
  /** Why the plug-in gives no certificates; the demonstration may be there all the same. */
  trouble: SignerError | null;
}

async function look(workplace: Workplace | null): Promise<Offers> {
  const plugin = new PluginSigner(workplace?.pluginScript ?? null);
  const demo = new DemoSigner();
  let trouble: SignerError | null = null;
  const own = await plugin.certificates().catch((error: unknown) => {
    trouble = error instanceof SignerError ? error : new SignerError('unknown');
    return [];
  });
  if (trouble === null && own.length === 0) trouble = new SignerError('no-certificates');
  const found = [...own.map((certificate) => ({ certificate, signer: plugin as Signer })), ...(await demo.certificates()).map((certificate) => ({ certificate, signer: demo as Signer }))];
  const reports: (CertificateReport | undefined)[] = found.length === 0 ? [] : await judgeCertificates(found.map(({ certificate }) => certificate.der)).catch(() => []);
  const offers = found.map(({ certificate, signer }, index): Offer => {
    const report = reports[index];
    const code = certificate.obstacle !== null ? `signer.${certificate.obstacle}` : report && !report.usable ? report.code : null;
    return { certificate, signer, usable: code === null, code };
  });
  return { workplace, offers: offers.sort((a, b) => Number(b.usable) - Number(a.usable)), trouble };
}

/** The certificates of this workplace, judged by the server. Asked again on demand: a token may have been plugged in. */
export function useOffers(enabled = true) {
  const queries = useQueryClient();
  const workplace = useQuery({ ...workplaceQuery, enabled });
  const offers = useQuery({
    queryKey: ['signing', 'offers', workplace.data?.pluginScript ?? ''],
    queryFn: () => look(workplace.data ?? null),
    enabled: enabled && workplace.isSuccess,
    staleTime: 60_000,
    meta: { live: false },
  });
  return useMemo(
    () => ({
      data: offers.data ?? null,
      pending: workplace.isPending || offers.isPending,
      fetching: offers.isFetching,
      error: workplace.error ?? offers.error,
      again: () => void queries.invalidateQueries({ queryKey: ['signing', 'offers'] }),
    }),
    [offers.data, offers.isPending, offers.isFetching, offers.error, workplace.isPending, workplace.error, queries],
  );
}
