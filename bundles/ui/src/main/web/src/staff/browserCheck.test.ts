import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeEach, describe, expect, test } from 'vitest';

const source = readFileSync('public/browser-check.js', 'utf8');

/** Runs the check in this document as a browser would that has, or lacks, the CSS that we need. */
function run(supports: boolean): void {
  const browser = { ...window, CSS: supports ? { supports: () => true } : undefined, Promise, fetch: () => {}, WebSocket: () => {}, crypto } as unknown as Window;
  new Function('window', 'document', source)(browser, document);
  document.dispatchEvent(new Event('DOMContentLoaded'));
}

beforeEach(() => {
  document.documentElement.removeAttribute('data-unsupported');
  const root = document.createElement('div');
  root.id = 'root';
  document.body.replaceChildren(root);
  if (!('noModule' in HTMLScriptElement.prototype)) Object.defineProperty(HTMLScriptElement.prototype, 'noModule', { value: false, configurable: true });
});

describe('the notice for browsers that are not supported', () => {
  // First, because the listeners of the other run stay on the document.
  test('is not shown by a browser that can run the application', () => {
    run(true);
    expect(document.getElementById('root')).not.toBeNull();
    expect(document.documentElement.hasAttribute('data-unsupported')).toBe(false);
  });

  test('stands instead of the page, in both languages', () => {
    run(false);
    expect(document.getElementById('root')).toBeNull();
    expect(document.body.textContent).toContain('Работа в Internet Explorer не поддерживается.');
    expect(document.body.textContent).toContain('This browser is not supported');
    expect(document.documentElement.hasAttribute('data-unsupported')).toBe(true);
  });

  test('is written in ES5, which is all that such a browser can read', () => {
    const newer: string[] = [];
    const visit = (node: ts.Node): void => {
      const modern = ts.isArrowFunction(node) || ts.isTemplateLiteral(node) || ts.isClassDeclaration(node) || ts.isSpreadElement(node)
        || (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) !== 0)
        || (ts.isCatchClause(node) && node.variableDeclaration === undefined)
        || (ts.isPropertyAccessExpression(node) && node.questionDotToken !== undefined);
      if (modern) newer.push(node.getText());
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('browser-check.js', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
    expect(newer).toEqual([]);
  });
});
