/* ES5 only: this file is what an unsupported browser can still run. It replaces the page by a notice. */
(function () {
  'use strict';
  var supported = false;
  try {
    supported = 'noModule' in document.createElement('script')
      && !!window.CSS && !!window.CSS.supports && window.CSS.supports('color', 'color-mix(in srgb, red, blue)')
      && !!window.Promise && !!window.fetch && !!window.WebSocket && !!window.crypto && !!window.crypto.getRandomValues;
  } catch (e) {
    supported = false;
  }
  if (supported) return;

  function text(parent, name, value) {
    var element = document.createElement(name);
    element.appendChild(document.createTextNode(value));
    parent.appendChild(element);
    return element;
  }

  function show() {
    var body = document.body;
    while (body.firstChild) body.removeChild(body.firstChild);
    var box = document.createElement('div');
    box.id = 'unsupported-browser';
    box.style.maxWidth = '38em';
    box.style.margin = '4em auto';
    box.style.padding = '0 1em';
    box.style.font = '17px/1.5 Arial, sans-serif';
    box.style.color = '#1d2a30';
    text(box, 'h1', 'Браузер не поддерживается');
    text(box, 'p', 'Откройте сервис в Google Chrome, Яндекс Браузере, Mozilla Firefox, Opera, Microsoft Edge или Safari не старше двух лет. '
      + 'Работа в Internet Explorer не поддерживается.');
    text(box, 'p', 'Если другого браузера на компьютере нет, обратитесь к администратору вашей медицинской организации.');
    var english = text(box, 'h2', 'This browser is not supported');
    english.lang = 'en';
    text(box, 'p', 'Please use Google Chrome, Yandex Browser, Mozilla Firefox, Opera, Microsoft Edge or Safari from the last two years. '
      + 'Internet Explorer is not supported.').lang = 'en';
    body.appendChild(box);
  }

  // Browsers that know modules but are too old would start the application behind the notice: its entries look at this mark first.
  document.documentElement.setAttribute('data-unsupported', '');
  if (document.addEventListener) document.addEventListener('DOMContentLoaded', show, false);
  else window.attachEvent('onload', show);
})();
