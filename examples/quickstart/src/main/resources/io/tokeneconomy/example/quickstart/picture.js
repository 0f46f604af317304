// The demo's product: overlapping hills under a sun, all of it drawn from one text.

/** Numbers between 0 and 1 that only depend on the text. */
function numbersFrom(text) {
    let state = Array.from(text).reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0), 16777619), 2166136261);
    return () => {
        state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9 | 0;
        return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
    };
}

function sky(brush, {width, height}, hue) {
    const light = brush.createLinearGradient(0, 0, 0, height);
    light.addColorStop(0, `hsl(${hue} 70% 72%)`);
    light.addColorStop(1, `hsl(${hue + 50} 85% 88%)`);
    brush.fillStyle = light;
    brush.fillRect(0, 0, width, height);
}

function sun(brush, {width, height}, hue, next) {
    brush.fillStyle = `hsl(${hue + 60} 95% 94%)`;
    brush.beginPath();
    brush.arc(width * (0.2 + 0.6 * next()), height * (0.2 + 0.2 * next()), height * (0.07 + 0.06 * next()), 0, 7);
    brush.fill();
}

function hills(brush, {width, height}, hue, row, next) {
    const base = height * (0.4 + row * 0.13);
    const [swell, length, shift] = [height * (0.05 + 0.08 * next()), width * (0.1 + 0.15 * next()), 7 * next()];
    brush.fillStyle = `hsl(${hue - row * 12} ${38 + row * 5}% ${66 - row * 11}%)`;
    brush.beginPath();
    brush.moveTo(0, height);
    for (let x = 0; x <= width; x += 8) {
        brush.lineTo(x, base + swell * Math.sin(x / length + shift) + swell / 3 * Math.sin(x / length * 2.7));
    }
    brush.lineTo(width, height);
    brush.fill();
}

export function paint(canvas, text) {
    const brush = canvas.getContext('2d');
    const next = numbersFrom(text);
    const hue = Math.floor(360 * next());
    sky(brush, canvas, hue);
    sun(brush, canvas, hue, next);
    [0, 1, 2, 3, 4].forEach(row => hills(brush, canvas, hue, row, next));
}
