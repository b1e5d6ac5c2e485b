// One numeral that fills a display: which one it is, for three seconds.
import '../ui/tokens.css'
import './numbers.css'

const number = /^#(\d{1,2})$/.exec(location.hash)?.[1]
const place = document.getElementById('number')
if (place !== null && number !== undefined) place.textContent = number
